package agency.frontline.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2, {@code jdbc:h2:narrow:…}, that takes nothing more while a test says that it is full. */
public final class NarrowDisk extends FilePathWrapper {

    private static volatile boolean full;

    static void use() {
        full = false;
        FilePath.register(new NarrowDisk());
    }

    static void isFull(boolean now) {
        full = now;
    }

    @Override
    public String getScheme() {
        return "narrow";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Narrow(super.open(mode));
    }

    private static final class Narrow extends FileBaseDefault {

        private final FileChannel file;

        Narrow(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            return file.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
