package fr.sejour.distribution.container.inside;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.ops4j.pax.exam.ProbeInvoker;
import org.ops4j.pax.exam.ProbeInvokerFactory;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Calls one method of a test class inside the container, on a fresh instance with its services injected.
 *
 * <p>An activator, because this one class is the whole bundle and nothing generates a component description for it.
 */
public final class MethodInvoker implements BundleActivator, ProbeInvokerFactory {
    private static final long PATIENCE_MILLIS = 30_000;

    @Override
    public void start(BundleContext context) {
        context.registerService(
                ProbeInvokerFactory.class, this, FrameworkUtil.asDictionary(Map.of("driver", "jupiter")));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework withdraws the service.
    }

    @Override
    public ProbeInvoker createProbeInvoker(Object context, String expression) {
        BundleContext probe = (BundleContext) context;
        int separator = expression.indexOf(';');
        String type = expression.substring(0, separator);
        String method = expression.substring(separator + 1);
        return arguments -> call(probe, type, method);
    }

    private static void call(BundleContext probe, String type, String name) {
        try {
            Class<?> test = probe.getBundle().loadClass(type);
            Constructor<?> constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object instance = constructor.newInstance();
            for (Field field : test.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    field.setAccessible(true);
                    field.set(instance, service(probe, field.getType()));
                }
            }
            Method method = test.getDeclaredMethod(name);
            method.setAccessible(true);
            method.invoke(instance);
        } catch (InvocationTargetException e) {
            throw carried(e.getTargetException());
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object service(BundleContext probe, Class<?> type) throws InterruptedException {
        if (type == BundleContext.class) {
            return probe;
        }
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            ServiceReference<?> reference = probe.getServiceReference(type);
            if (reference != null) {
                return probe.getService(reference);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No service " + type.getName() + " within " + PATIENCE_MILLIS + " ms");
    }

    /** The test process may not know the classes of what was thrown here: only words and lines travel. */
    private static AssertionError carried(Throwable thrown) {
        AssertionError carrier =
                new AssertionError(thrown instanceof AssertionError ? thrown.getMessage() : thrown.toString());
        carrier.setStackTrace(thrown.getStackTrace());
        return carrier;
    }
}
