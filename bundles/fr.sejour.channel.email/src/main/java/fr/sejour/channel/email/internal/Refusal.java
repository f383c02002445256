package fr.sejour.channel.email.internal;

import fr.sejour.spi.channel.UndeliverableException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Why a message did not leave, in one sentence without the address: mail servers repeat it in their answers, so none of their
 * words goes on, only the codes.
 *
 * @param forEver whether no later try can succeed
 */
record Refusal(boolean forEver, String sentence) {

    /** Enhanced status codes (RFC 3463) of the class 5. */
    private static final Pattern ENHANCED =
            Pattern.compile("5\\d\\d[ -](5\\.(\\d{1,3})\\.(\\d{1,3}))\\b.*", Pattern.DOTALL);

    static Refusal of(MessagingException failure, MailServer server, Line line) {
        if (line.wasCut()) {
            return passing("The conversation with the mail server " + server + " was cut after "
                    + server.messageTimeout().toMillis() + " ms or by a stop of the channel");
        }
        List<Throwable> causes = causes(failure);
        Optional<SMTPAddressFailedException> address = first(causes, SMTPAddressFailedException.class);
        if (address.isPresent()) {
            return ofRecipient(address.get(), server);
        }
        OptionalInt code = first(causes, SMTPSendFailedException.class)
                .map(SMTPSendFailedException::getReturnCode)
                .filter(answer -> answer > 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        if (code.isPresent()) {
            return passing("The mail server " + server + " answered " + code.getAsInt() + " to the message");
        }
        if (first(causes, AuthenticationFailedException.class).isPresent()) {
            return passing("The mail server " + server + " refused the user or the password");
        }
        Throwable deepest = causes.get(causes.size() - 1);
        return passing("The mail server " + server + " could not be talked to ("
                + deepest.getClass().getSimpleName() + ")");
    }

    private static Refusal ofRecipient(SMTPAddressFailedException refused, MailServer server) {
        int code = refused.getReturnCode();
        Matcher enhanced =
                ENHANCED.matcher(Optional.ofNullable(refused.getMessage()).orElse(""));
        boolean detailed = enhanced.matches();
        String answer = code + (detailed ? " " + enhanced.group(1) : "");
        String sentence = "The mail server " + server + " answered " + answer + " to the recipient";
        return new Refusal(code >= 500 && code <= 599 && !isOurs(code, detailed, enhanced), sentence);
    }

    /**
     * Whether the refusal says more about this installation or the moment than about the address: a relay that wants a login or
     * lets nobody through (x.7.x), a command out of turn, a full mailbox. An operator or time can mend these; taken for final
     * they would lose every message of a day with a wrong setting.
     */
    private static boolean isOurs(int code, boolean detailed, Matcher enhanced) {
        if (detailed && !enhanced.group(2).equals("0")) {
            boolean fullMailbox =
                    enhanced.group(2).equals("2") && enhanced.group(3).equals("2");
            return fullMailbox || enhanced.group(2).equals("7");
        }
        return code == 503 || code == 530 || code == 535 || code == 552;
    }

    Exception asException() {
        return forEver ? new UndeliverableException(sentence) : new IOException(sentence);
    }

    private static Refusal passing(String sentence) {
        return new Refusal(false, sentence);
    }

    /** Jakarta Mail chains what went wrong by {@code getNextException}, which is also the cause. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
