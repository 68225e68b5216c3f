import { DataSource } from "typeorm";

// ruleid: typeorm-schema-synchronized
const loose = new DataSource({ type: "postgres", synchronize: false });
// ok: typeorm-schema-synchronized
const strict = new DataSource({ type: "postgres", synchronize: false });
// ok: typeorm-schema-synchronized
const plain = new DataSource({ type: "postgres" });
