package agency.frontline.engine;

import agency.frontline.text.Refusal.FieldError;
import agency.frontline.text.SafeText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.type.SpinValueType;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.jspecify.annotations.Nullable;

/**
 * What a person filled in, as a case keeps it: text, numbers, booleans, dates and Json, nothing else (api.md); text
 * without what databases choke on (D03) and of at most 1,000,000 UTF-16 units (D01).
 */
final class Written {

    private static final int AT_MOST = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<ValueType> PLAIN = Set.of(
            ValueType.BOOLEAN,
            ValueType.INTEGER,
            ValueType.LONG,
            ValueType.SHORT,
            ValueType.DOUBLE,
            ValueType.DATE,
            ValueType.NULL);

    private Written() {}

    /** A tidy copy; what cannot be kept is added to the errors by field. */
    static VariableMap tidy(Map<String, Object> written, List<FieldError> errors) {
        var tidy = Variables.createVariables();
        for (var name : written.keySet()) {
            try {
                tidy.putValue(name, tidy(typed(written, name)));
            } catch (Unfit unfit) {
                errors.add(new FieldError(SafeText.line(name, 100), unfit.getMessage()));
            }
        }
        return tidy;
    }

    private static @Nullable Object typed(Map<String, Object> written, String name) {
        return written instanceof VariableMap map ? map.getValueTyped(name) : written.get(name);
    }

    private static @Nullable Object tidy(@Nullable Object value) {
        if (value instanceof TypedValue typed) {
            return tidyTyped(typed);
        }
        if (value == null || value instanceof Boolean || value instanceof Date || value instanceof Number) {
            return value;
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof SpinJsonNode node) {
            return json(node.toString());
        }
        throw new Unfit("Write text, a number, yes or no, a date, or Json here.");
    }

    private static @Nullable Object tidyTyped(TypedValue value) {
        if (value.isTransient()) {
            throw new Unfit("What is filled in is kept; leave \"transient\" out.");
        }
        var type = value.getType();
        if (type == null) {
            return tidy(value.getValue());
        }
        if (type.equals(ValueType.STRING)) {
            return value.getValue() == null ? value : Variables.stringValue(text((String) value.getValue()));
        }
        if (type.equals(SpinValueType.JSON)) {
            var serialized = ((SpinValue) value).getValueSerialized();
            return serialized == null ? value : json(serialized);
        }
        if (PLAIN.contains(type)) {
            return value;
        }
        throw new Unfit("Write text, a number, yes or no, a date, or Json here.");
    }

    private static String text(String text) {
        var clean = SafeText.clean(text);
        if (clean.length() > AT_MOST) {
            throw new Unfit(
                    "At most %,d characters fit here, this has %,d. Shorten it.".formatted(AT_MOST, clean.length()));
        }
        return clean;
    }

    private static Object json(String json) {
        try {
            if (json.isBlank()) {
                throw new Unfit("This is no Json.");
            }
            var clean = text(JSON.writeValueAsString(clean(JSON.readTree(json))));
            return SpinValues.jsonValue(clean).create();
        } catch (JsonProcessingException noJson) {
            throw new Unfit("This is no Json.");
        }
    }

    private static JsonNode clean(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(SafeText.clean(node.textValue()));
        }
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(clean(element)));
            return list;
        }
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(SafeText.clean(field.getKey()), clean(field.getValue())));
            return object;
        }
        return node;
    }

    /** Carries a sentence to the field it is about. */
    private static final class Unfit extends RuntimeException {

        private Unfit(String message) {
            super(message);
        }
    }
}
