package agency.frontline.engine;

import agency.frontline.text.Answers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** Process variables read as a form's answers, with Json as the plain lists and maps that the domain knows. */
public final class FormAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormAnswers() {}

    public static Answers in(VariableScope scope) {
        return new Answers(field -> plain(scope.getVariable(field)));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (!(value instanceof SpinJsonNode node)) {
            return value;
        }
        try {
            return JSON.readValue(node.toString(), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A Json variable is no Json", e);
        }
    }
}
