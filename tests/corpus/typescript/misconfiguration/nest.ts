import { NestFactory } from "@nestjs/core";
import { ValidationPipe } from "@nestjs/common";
import { TypeOrmModule } from "@nestjs/typeorm";
import { GraphQLModule } from "@nestjs/graphql";
import { DataSource } from "typeorm";
import helmet from "helmet";

async function main() {
  const app = await NestFactory.create(AppModule);
  // ruleid: misconfiguration
  app.use(helmet({ contentSecurityPolicy: false }));
  // ok: misconfiguration
  app.use(helmet());
  // ok: misconfiguration
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  // ruleid: misconfiguration
  const source = new DataSource({ type: "postgres", synchronize: true, entities: [] });
  // ok: misconfiguration
  const other = new DataSource({ type: "postgres", synchronize: false, entities: [] });
  // ruleid: misconfiguration
  GraphQLModule.forRoot({ playground: true, introspection: true });
  await app.listen(3000);
  return [source, other];
}

main();
