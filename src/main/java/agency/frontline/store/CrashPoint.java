package agency.frontline.store;

import java.util.ArrayList;

/**
 * Places where a crash test ends the JVM as {@code kill -9} would, or takes all its memory, to prove that nothing
 * acknowledged is lost and nothing is left half done.
 */
public final class CrashPoint {

    private static final int PIECE = 1024 * 1024;

    private CrashPoint() {}

    /**
     * Does nothing unless the system property {@code frontline.crash-at} or {@code frontline.out-of-memory-at} has this
     * name.
     *
     * @throws OutOfMemoryError if it is the second one that has
     */
    public static void reached(String name) {
        if (name.equals(System.getProperty("frontline.crash-at"))) {
            Runtime.getRuntime().halt(137);
        }
        if (name.equals(System.getProperty("frontline.out-of-memory-at"))) {
            takeAllMemory();
        }
    }

    private static void takeAllMemory() {
        var all = new ArrayList<byte[]>();
        while (true) {
            all.add(new byte[PIECE]);
        }
    }
}
