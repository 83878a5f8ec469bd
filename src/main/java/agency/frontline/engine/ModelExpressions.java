package agency.frontline.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Iterator;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * What an expression in a model, a decision or a filter can see: process variables, our delegates by name, a few
 * functions, and of every value only what {@link Reachable} lists. The engine's own shows it all beans and all of Java.
 */
final class ModelExpressions extends JuelExpressionManager {

    private final Delegates delegates;

    ModelExpressions(Delegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (Reachable.FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new DelegateByName());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new ReachableOnly());
        return resolver;
    }

    private final class DelegateByName extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base != null) {
                return null;
            }
            var delegate = delegates.find(property.toString());
            context.setPropertyResolved(delegate.isPresent());
            return delegate.orElse(null);
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {}

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return null;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return null;
        }
    }

    private static final class ReachableOnly extends BeanELResolver {

        ReachableOnly() {
            super(true);
        }

        @Override
        public Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base != null && !Reachable.property(base, String.valueOf(property))) {
                throw new ELException("An expression may not read '" + property + "' here");
            }
            return super.getValue(context, base, property);
        }

        @Override
        public Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] parameterTypes,
                Object @Nullable [] parameters) {
            if (base != null && !Reachable.method(base, String.valueOf(method))) {
                throw new ELException("An expression may not call '" + method + "' here");
            }
            return super.invoke(context, base, method, parameterTypes, parameters);
        }
    }
}
