const serialize = require("node-serialize");
const yaml = require("js-yaml");

// ruleid: unsafe-deserialization
serialize.unserialize(text);
// ruleid: unsafe-deserialization
yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA });
// ok: unsafe-deserialization
JSON.parse(text);
// ok: unsafe-deserialization
yaml.load(text, { schema: yaml.JSON_SCHEMA });
// ok: unsafe-deserialization
Card.unserialize(JSON.parse(text));

const types = require("js-yaml-js-types");
// ruleid: unsafe-deserialization
const schema = yaml.DEFAULT_SCHEMA.extend(types.all);
// ruleid: unsafe-deserialization
yaml.load(text, { schema: yaml.DEFAULT_SCHEMA.extend(require("js-yaml-js-types").function) });
// ok: unsafe-deserialization
const withPatterns = yaml.DEFAULT_SCHEMA.extend(types.regexp);
// ok: unsafe-deserialization
const own = yaml.DEFAULT_SCHEMA.extend([pointType]);
