package fr.sejour.lives.house;

import fr.sejour.core.port.PieceVault;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;

/** Somebody between the core and its ports, who sees every call and does with it what they like. */
final class Between {

    private Between() {}

    /** Who stands there. */
    interface Hand {

        /** A call of one of the records inside a transaction, or of the vault. */
        default Object pass(Call call) throws Throwable {
            return call.goOn();
        }

        /** A whole transaction that writes. */
        default <T> T write(Store store, Function<Records, T> work) {
            return store.write(work);
        }
    }

    /**
     * One call on its way.
     *
     * @param name as {@code CaseRecords.change}
     * @param records those of the transaction; null for a call of the vault
     */
    record Call(String name, Method method, Object port, List<Object> arguments, Records records) {

        Object goOn() throws Throwable {
            return goOn(arguments.toArray());
        }

        Object goOn(Object... with) throws Throwable {
            try {
                return method.invoke(port, with);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        boolean writes() {
            return method.getReturnType() == void.class;
        }
    }

    static Store store(Store real, Hand hand) {
        return new Store() {
            @Override
            public <T> T write(Function<Records, T> work) {
                return hand.write(real, records -> work.apply(records(records, hand)));
            }

            @Override
            public <T> T read(Function<Records, T> work) {
                return real.read(records -> work.apply(records(records, hand)));
            }
        };
    }

    static PieceVault vault(PieceVault real, Hand hand) {
        return port(PieceVault.class, real, null, hand);
    }

    private static Records records(Records real, Hand hand) {
        return (Records) Proxy.newProxyInstance(
                Records.class.getClassLoader(),
                new Class<?>[] {Records.class},
                (self, accessor, none) -> port(accessor.getReturnType(), accessor.invoke(real), real, hand));
    }

    private static <T> T port(Class<T> type, Object real, Records records, Hand hand) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = type.getSimpleName() + "." + method.getName();
                    return hand.pass(
                            new Call(name, method, real, arguments == null ? List.of() : List.of(arguments), records));
                }));
    }
}
