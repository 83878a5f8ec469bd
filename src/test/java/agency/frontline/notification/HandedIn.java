package agency.frontline.notification;

import agency.frontline.mail.OutgoingMail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers every mail that was handed in and committed, so that stories can read what people were told. */
@Component
public class HandedIn implements BeanPostProcessor {

    private final Map<String, OutgoingMail> mails = new LinkedHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Post post)) {
            return bean;
        }
        return (Post) mail -> {
            var messageId = post.send(mail);
            whenCommitted(mail);
            return messageId;
        };
    }

    private void whenCommitted(OutgoingMail mail) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remember(mail);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remember(mail);
            }
        });
    }

    private synchronized void remember(OutgoingMail mail) {
        mails.putIfAbsent(mail.idempotencyKey(), mail);
    }

    /** All of them, oldest first. */
    public synchronized List<OutgoingMail> all() {
        return List.copyOf(mails.values());
    }

    /** What was said in a case, oldest first. */
    public synchronized List<OutgoingMail> about(String businessKey) {
        return mails.values().stream()
                .filter(mail -> businessKey.equals(mail.businessKey()))
                .toList();
    }
}
