package agency.frontline.store;

/** Places where a crash test ends the JVM as {@code kill -9} would, to prove that nothing acknowledged is lost and nothing is left half done. */
public final class CrashPoint {

    private CrashPoint() {}

    /** Does nothing unless the system property {@code frontline.crash-at} has this name. */
    public static void reached(String name) {
        if (name.equals(System.getProperty("frontline.crash-at"))) {
            Runtime.getRuntime().halt(137);
        }
    }
}
