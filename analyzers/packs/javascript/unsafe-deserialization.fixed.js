const serialize = require("node-serialize");
const yaml = require("js-yaml");

// ruleid: unsafe-deserialization
serialize.unserialize(text);
// ruleid: unsafe-deserialization
yaml.load(text, { schema: yaml.JSON_SCHEMA });
// ok: unsafe-deserialization
JSON.parse(text);
// ok: unsafe-deserialization
yaml.load(text, { schema: yaml.JSON_SCHEMA });
// ok: unsafe-deserialization
Card.unserialize(JSON.parse(text));
