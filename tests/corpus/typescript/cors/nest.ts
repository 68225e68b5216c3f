import { NestFactory } from "@nestjs/core";
import { WebSocketGateway } from "@nestjs/websockets";

async function main() {
  // ruleid: cors
  const open = await NestFactory.create(AppModule, { cors: true });
  // ruleid: cors
  open.enableCors();
  // ruleid: cors
  open.enableCors({ origin: "*" });
  // ruleid: cors
  open.enableCors({ origin: true, credentials: true });
  // ok: cors
  open.enableCors({ origin: "https://example.com" });
  // ok: cors
  const closed = await NestFactory.create(AppModule);
  await closed.listen(3000);
}

// ruleid: cors
@WebSocketGateway({ cors: { origin: "*" } })
export class Events {}

main();
