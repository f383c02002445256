package fr.sejour.spi.channel;

import fr.sejour.api.person.Contact;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A means of carrying a message to a person. Publish it as a service with {@link ChannelName}.
 *
 * <p>Called from a thread that serves this channel alone, one message at a time, never inside a transaction; the thread is
 * interrupted when a message takes longer than 30 seconds, or when the channel leaves. A message may come twice after a crash: the delivery identifier is the same then, and a channel that can should use it to send once.
 */
@ConsumerType
public interface NoticeChannel {

    /** Whether this channel can reach somebody with these contact details; asked before a message is carried. */
    boolean reaches(Contact contact);

    /**
     * Hands the message to its carrier and returns once the carrier has taken it, within 30 seconds.
     *
     * @throws UndeliverableException when this message can never be delivered to this address
     * @throws Exception for any fault that may pass: the core tries again later, with growing pauses. Operators read its message, so
     *     it says nothing of the person
     */
    void carry(Message message) throws Exception;

    /**
     * @param delivery the identifier of this delivery, the same on every try
     * @param language the language of the words
     */
    record Message(String delivery, Contact to, String language, String subject, String body) {}
}
