import com.fasterxml.jackson.databind.ObjectMapper;

class Mappers {
    void mapper(ObjectMapper mapper) {
        // ruleid: java-json-default-typing
        mapper.disableDefaultTyping();
        // ruleid: java-json-default-typing
        mapper.deactivateDefaultTyping();
        // ok: java-json-default-typing
        mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().build());
        // ok: java-json-default-typing
        mapper.disableDefaultTyping();
    }

    void fast(String text) {
        // ruleid: java-json-default-typing
        JSON.parseObject(text, Order.class, Feature.SupportAutoType);
        // ok: java-json-default-typing
        JSON.parseObject(text, Order.class);
    }
}
