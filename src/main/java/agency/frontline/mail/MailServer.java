package agency.frontline.mail;

/** Where mail is handed in and fetched from. Asked anew for each connection, for a test's or demo's ports may be random. */
public interface MailServer {

    Access smtp();

    Access imap();

    /** How a connection is protected. */
    enum Encryption {
        /** Loopback only. */
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * @param username empty: no login
     */
    record Access(String host, int port, String username, String password, Encryption encryption) {

        /** Without the password, for logs. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
