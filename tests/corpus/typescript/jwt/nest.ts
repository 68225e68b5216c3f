import { JwtModule, JwtService } from "@nestjs/jwt";
import { PassportStrategy } from "@nestjs/passport";
import { ExtractJwt, Strategy } from "passport-jwt";
import * as jwt from "jsonwebtoken";
import { jwtDecode } from "jwt-decode";

export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    // ruleid: jwt
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: true, secretOrKey: process.env.KEY });
  }
}

export class Tokens {
  constructor(private readonly service: JwtService) {}

  read(token: string) {
    // ruleid: jwt
    const payload = jwt.decode(token) as { id: string };
    // ruleid: jwt
    const verified = jwt.verify(token, process.env.KEY!, { algorithms: ["none"] });
    // ok: jwt
    const safe = jwt.verify(token, process.env.KEY!, { algorithms: ["RS256"] });
    return [payload.id, verified, safe];
  }
}
