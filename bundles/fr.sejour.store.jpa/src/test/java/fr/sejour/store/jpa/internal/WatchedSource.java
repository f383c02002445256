package fr.sejour.store.jpa.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Lets a test see which statements go to a database. */
final class WatchedSource {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final DataSource watched;
    private volatile boolean watching;

    WatchedSource(DataSource source) {
        this.watched = around(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection ? watched(connection) : result);
    }

    DataSource source() {
        return watched;
    }

    /** The statements that the work sends. */
    List<String> during(Runnable work) {
        statements.clear();
        watching = true;
        try {
            work.run();
            return List.copyOf(statements);
        } finally {
            watching = false;
        }
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                WatchedSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (watching && method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    return call(connection, method, arguments);
                });
    }

    private interface Answer {
        Object of(Method method, Object result);
    }

    private static <T> T around(Class<T> type, T inner, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                WatchedSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.of(method, call(inner, method, arguments))));
    }

    private static Object call(Object inner, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
