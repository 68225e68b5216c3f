import { DataSource } from "typeorm";

// ruleid: schema-synchronize-typeorm
const loose = new DataSource({ type: "postgres", synchronize: true });
// ok: schema-synchronize-typeorm
const strict = new DataSource({ type: "postgres", synchronize: false });
// ok: schema-synchronize-typeorm
const plain = new DataSource({ type: "postgres" });
