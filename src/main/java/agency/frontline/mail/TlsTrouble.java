package agency.frontline.mail;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail server was left before anything was said to it: it could not prove that it is the one we mean. The mail
 * library says so three causes deep, for those who know how TLS is made.
 */
final class TlsTrouble {

    private TlsTrouble() {}

    /** In a sentence for whoever looks after the mail server, with what to do; empty if it is something else. */
    static Optional<String> of(Exception away) {
        boolean tls = false;
        String name = null;
        var deepest = "";
        for (Throwable cause = away; cause != null; cause = cause.getCause()) {
            tls |= cause instanceof SSLException;
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                return Optional.of("Its certificate is not trusted (" + cause.getMessage()
                        + "). Give it one from an issuer that Java trusts, or let Java trust this issuer.");
            }
            if (cause instanceof CertificateException) {
                name = cause.getMessage();
            }
            deepest = said(cause, deepest);
        }
        if (name != null) {
            return Optional.of("Its certificate is not for the host that is set (" + name
                    + "). Set the host by the name that stands in the certificate.");
        }
        return tls
                ? Optional.of("No TLS could be agreed with it (" + deepest
                        + "). Check that the encryption that is set, STARTTLS or TLS, is the one of this port.")
                : Optional.empty();
    }

    private static String said(Throwable cause, String before) {
        @Nullable String message = cause.getMessage();
        return message == null ? before : message;
    }
}
