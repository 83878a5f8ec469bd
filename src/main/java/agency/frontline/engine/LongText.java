package agency.frontline.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * Lets a text variable be longer than the engine's column of 4,000. Forms, REST and delegates see an ordinary String; it
 * only cannot be searched by its value. H2 counts UTF-16 units and PostgreSQL characters, so the longer count decides
 * for both (D02).
 */
@Component
class LongText extends AbstractProcessEnginePlugin {

    /** What H2 takes, in UTF-16 units; PostgreSQL takes at least as much. */
    private static final int COLUMN = 4000;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // The engine's type for the list is raw.
        @SuppressWarnings("rawtypes")
        var serializers = new ArrayList<TypedValueSerializer>();
        serializers.add(new Serializer());
        if (configuration.getCustomPreVariableSerializers() != null) {
            serializers.addAll(configuration.getCustomPreVariableSerializers());
        }
        configuration.setCustomPreVariableSerializers(serializers);
        configuration.getCustomHistoryEventHandlers().add(new Shortener());
    }

    /** Keeps long text as bytes. Its name stands in the database for good. */
    static final class Serializer extends PrimitiveValueSerializer<StringValue> {

        private Serializer() {
            super(ValueType.STRING);
        }

        @Override
        public String getName() {
            return "longString";
        }

        @Override
        protected boolean canWriteValue(TypedValue value) {
            return value.getValue() instanceof String text && text.length() > COLUMN;
        }

        @Override
        public StringValue convertToTypedValue(UntypedValueImpl untyped) {
            return Variables.stringValue((String) untyped.getValue(), untyped.isTransient());
        }

        @Override
        public StringValue readValue(ValueFields fields, boolean asTransientValue) {
            var bytes = fields.getByteArrayValue();
            return Variables.stringValue(bytes == null ? null : new String(bytes, UTF_8), asTransientValue);
        }

        @Override
        public void writeValue(StringValue value, ValueFields fields) {
            fields.setTextValue(null);
            fields.setTextValue2(null);
            fields.setByteArrayValue(value.getValue().getBytes(UTF_8));
        }
    }

    /** The engine logs each text of a form once more; the variable beside it has the whole. */
    private static final class Shortener implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricFormPropertyEventEntity property
                    && property.getPropertyValue() instanceof String text
                    && text.length() > COLUMN) {
                var cut = Character.isHighSurrogate(text.charAt(COLUMN - 2)) ? COLUMN - 2 : COLUMN - 1;
                property.setPropertyValue(text.substring(0, cut) + "…");
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}
