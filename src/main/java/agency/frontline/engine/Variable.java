package agency.frontline.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A process variable with its type, declared once in a flow's contract. Only text, numbers, booleans, dates and Json
 * exist (api.md), so that forms, tables and REST can show each one.
 *
 * @param <T> the Java type that delegates see
 */
public final class Variable<T> {

    private final String name;
    private final Function<Object, T> read;
    private final Function<T, Object> write;

    private Variable(String name, Function<Object, T> read, Function<T, Object> write) {
        this.name = name;
        this.read = read;
        this.write = write;
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, Object::toString, value -> value);
    }

    public static Variable<Integer> integer(String name) {
        return new Variable<>(name, value -> ((Number) value).intValue(), value -> value);
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, value -> (Boolean) value, value -> value);
    }

    /** An absolute point in time, stored as the engine's Date. */
    public static Variable<Instant> instant(String name) {
        return new Variable<>(name, value -> ((Date) value).toInstant(), Date::from);
    }

    /** A choice; an unknown constant is an {@link IllegalArgumentException}, for it can only come past the gates. */
    public static <E extends Enum<E>> Variable<E> choice(String name, Class<E> type) {
        return new Variable<>(name, value -> Enum.valueOf(type, value.toString()), Enum::name);
    }

    public static Variable<SpinJsonNode> json(String name) {
        return new Variable<>(
                name, value -> value instanceof SpinJsonNode node ? node : Spin.JSON(value), value -> value);
    }

    public String name() {
        return name;
    }

    /** The value; absent and null alike are an {@link IllegalStateException} that names the variable. */
    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("The case has no '" + name + "' yet"));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(read);
    }

    /** Sets the value; one that stands there already is not written again, for each write costs three statements. */
    public void set(VariableScope scope, @Nullable T value) {
        var written = value == null ? null : write.apply(value);
        if (!scope.hasVariable(name) || !same(scope.getVariable(name), written)) {
            scope.setVariable(name, written);
        }
    }

    /** Makes the name known without a value, unless it is known: models may only ask for what the case has. */
    public void declare(VariableScope scope) {
        if (!scope.hasVariable(name)) {
            scope.setVariable(name, null);
        }
    }

    /** Empties the variable if it holds something. */
    public void clear(VariableScope scope) {
        if (scope.getVariable(name) != null) {
            scope.setVariable(name, null);
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        // A Json node is no value: somebody may have changed the very node that stands there.
        return !(one instanceof SpinJsonNode) && Objects.equals(one, other);
    }

    public void setLocal(VariableScope scope, @Nullable T value) {
        scope.setVariableLocal(name, value == null ? null : write.apply(value));
    }
}
