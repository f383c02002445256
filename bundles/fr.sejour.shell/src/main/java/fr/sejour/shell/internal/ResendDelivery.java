package fr.sejour.shell.internal;

import fr.sejour.api.operation.Deliveries;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code sejour:resend}: makes a delivery due at once, whatever its failures. */
@Service
@Command(scope = "sejour", name = "resend", description = "Makes a waiting message due at once")
public final class ResendDelivery extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    Deliveries deliveries;

    @Argument(name = "delivery", description = "Its identifier, as sejour:deliveries shows it", required = true)
    String delivery = "";

    @Override
    void run() throws Exception {
        if (!present(deliveries, "the delivery desk").resend(delivery)) {
            throw refusal("No message is waiting under " + delivery + "; sejour:deliveries shows those that are");
        }
        out.println("Due now; it leaves as soon as its channel takes it");
    }
}
