const serialize = require("node-serialize");
const yaml = require("js-yaml");

// ruleid: js-unsafe-deserialization
serialize.unserialize(text);
// ruleid: js-unsafe-deserialization
yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA });
// ok: js-unsafe-deserialization
JSON.parse(text);
// ok: js-unsafe-deserialization
yaml.load(text, { schema: yaml.JSON_SCHEMA });
// ok: js-unsafe-deserialization
Card.unserialize(JSON.parse(text));
