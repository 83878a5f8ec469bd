package agency.frontline.client;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What counts as a mail domain of a client, and when two spellings mean the same one. */
final class MailDomain {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    /** Mail providers whose domain everybody shares; as a client's own it would claim the world's mail. */
    private static final Set<String> PUBLIC = Set.of(
            """
            163.com aol.com bk.ru btinternet.com comcast.net fastmail.com free.fr gazeta.pl gmail.com hey.com
            icloud.com interia.eu interia.pl laposte.net libero.it live.co.uk live.com mac.com mail.com mail.ru me.com
            msn.com naver.com o2.pl onet.eu onet.pl op.pl orange.fr outlook.com pm.me poczta.fm poczta.onet.pl
            proton.me protonmail.com qq.com seznam.cz sky.com t-online.de tlen.pl tuta.com tutanota.com verizon.net
            virgilio.it vp.pl web.de wp.pl zoho.com"""
                    .split("\\s+"));

    /** Providers that go by the same name in many countries. */
    private static final Set<String> PUBLIC_IN_MANY_COUNTRIES =
            Set.of("gmx", "googlemail", "hotmail", "rocketmail", "yahoo", "yandex", "ymail");

    private MailDomain() {}

    static boolean isDomain(String domain) {
        return DOMAIN.matcher(domain).matches();
    }

    static boolean isPublicProvider(String domain) {
        return PUBLIC.contains(domain) || PUBLIC_IN_MANY_COUNTRIES.contains(domain.split("\\.", 2)[0]);
    }

    /** Lower case and ASCII (IDNA), without a leading at sign; what is no domain stays as it is, for the rules to refuse. */
    static String plain(String text) {
        var domain = text.strip().toLowerCase(Locale.ROOT);
        domain = domain.startsWith("@") ? domain.substring(1) : domain;
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return domain;
        }
    }
}
