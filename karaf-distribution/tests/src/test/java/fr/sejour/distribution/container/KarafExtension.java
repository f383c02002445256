package fr.sejour.distribution.container;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Starts the container before the first test that needs it, sends methods inside, stops it after the last test. */
final class KarafExtension implements BeforeAllCallback, InvocationInterceptor, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        karaf(context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (method.getExecutable().isAnnotationPresent(Inside.class)) {
            invocation.skip();
            karaf(context).call(method.getTargetClass(), method.getExecutable());
        } else {
            invocation.proceed();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Karaf.class;
    }

    @Override
    public Karaf resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return karaf(context);
    }

    private static Karaf karaf(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Karaf.class))
                .getOrComputeIfAbsent(Karaf.class, key -> new Karaf(), Karaf.class);
    }
}
