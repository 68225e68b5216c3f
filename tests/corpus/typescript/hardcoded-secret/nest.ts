import { JwtModule } from "@nestjs/jwt";
import { DataSource } from "typeorm";
import * as jwt from "jsonwebtoken";

// ruleid: hardcoded-secret
export const module1 = JwtModule.register({ secret: "nest-fixed-secret", signOptions: { expiresIn: "60s" } });
// ok: hardcoded-secret
export const module2 = JwtModule.register({ secret: process.env.JWT_SECRET });
// ruleid: hardcoded-secret
export const source = new DataSource({ type: "postgres", username: "app", password: "Pr0duction!", database: "shop" });
// ok: hardcoded-secret
export const safe = new DataSource({ type: "postgres", username: "app", password: process.env.PASSWORD });

export class Keys {
  // ruleid: hardcoded-secret
  private readonly secretKey: string = "b7d1f0c93a5e48a2";
  // ok: hardcoded-secret
  private readonly passwordLabel: string = "Password";

  sign(): string {
    // ruleid: hardcoded-secret
    return jwt.sign({ id: 1 }, "typed-fixed-secret");
  }
}
