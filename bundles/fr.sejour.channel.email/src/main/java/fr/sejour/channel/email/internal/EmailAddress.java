package fr.sejour.channel.email.internal;

import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;

/** Addresses that can be handed to a mail server as they are: no sign in them ends a command or begins another. */
final class EmailAddress {

    private static final String SIGNS_WITH_A_MEANING = "()<>[]:;\\,\"@";

    private EmailAddress() {}

    /** The address; its domain in the form that the network knows. Empty when mail cannot be sent there. */
    static Optional<InternetAddress> read(String written) {
        int at = written.lastIndexOf('@');
        if (at < 1 || !isPlain(written.substring(0, at))) {
            return Optional.empty();
        }
        return domain(written.substring(at + 1)).map(domain -> {
            InternetAddress address = new InternetAddress();
            address.setAddress(written.substring(0, at) + "@" + domain);
            return address;
        });
    }

    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    /** Whether the mail server has to speak UTF-8 for it (RFC 6531). */
    static boolean needsUtf8(InternetAddress address) {
        return address.getAddress().chars().anyMatch(sign -> sign > 126);
    }

    private static Optional<String> domain(String written) {
        try {
            String domain = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES);
            return domain.isEmpty() || domain.length() > 253 ? Optional.empty() : Optional.of(domain);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String local) {
        return local.codePoints()
                .noneMatch(sign -> Character.isISOControl(sign)
                        || Character.isWhitespace(sign)
                        || Character.isSpaceChar(sign)
                        || Character.getType(sign) == Character.SURROGATE
                        || SIGNS_WITH_A_MEANING.indexOf(sign) >= 0);
    }
}
