import com.fasterxml.jackson.databind.ObjectMapper;

class Mappers {
    void mapper(ObjectMapper mapper) {
        // ruleid: unsafe-deserialization-jackson-default-typing
        mapper.enableDefaultTyping();
        // ruleid: unsafe-deserialization-jackson-default-typing
        mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
        // ok: unsafe-deserialization-jackson-default-typing
        mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().build());
        // ok: unsafe-deserialization-jackson-default-typing
        mapper.disableDefaultTyping();
    }

    void fast(String text) {
        // ruleid: unsafe-deserialization-jackson-default-typing
        JSON.parseObject(text, Order.class, Feature.SupportAutoType);
        // ok: unsafe-deserialization-jackson-default-typing
        JSON.parseObject(text, Order.class);
    }
}
