import jwt from 'jsonwebtoken';
import { sign, verify, decode } from 'jsonwebtoken';
import { expressjwt } from 'express-jwt';
import * as jose from 'jose';
import passport from 'passport';
import { Strategy as JwtStrategy, ExtractJwt } from 'passport-jwt';
import jwtSimple from 'jwt-simple';
import { JwtModule } from '@nestjs/jwt';
import { Request, Response } from 'express';

const KEY = process.env.JWT_KEY!;

export function a(token: string, pub: string) {
  // ok: jwt
  jwt.verify(token, KEY);
  // ok: jwt
  jwt.verify(token, KEY, { algorithms: ['HS256'] });
  // ruleid: jwt
  jwt.verify(token, KEY, { algorithms: ['none'] });
  // ruleid: jwt
  jwt.verify(token, KEY, { algorithms: ['HS256', 'none'] });
  // ruleid: jwt
  jwt.verify(token, '', { algorithms: ['none'] });
  // ok: jwt
  jwt.verify(token, pub, { algorithms: ['RS256'] });
  // ruleid: jwt
  jwt.verify(token, KEY, { ignoreExpiration: true });
  // ruleid: hardcoded-secret
  jwt.verify(token, 'hard-coded-verify-key');
  // ruleid: jwt
  jwt.verify(token, null as any);
  // ok: jwt
  verify(token, KEY, { algorithms: ['HS256'], audience: 'me' });
}

export function b(payload: object) {
  // ok: jwt
  jwt.sign(payload, KEY, { expiresIn: '1h' });
  // ruleid: hardcoded-secret
  jwt.sign(payload, 'my-hardcoded-secret', { expiresIn: '1h' });
  // ruleid: jwt
  jwt.sign(payload, '', { algorithm: 'none' });
  // ruleid: jwt
  jwt.sign(payload, KEY, { algorithm: 'none' });
  // ok: jwt
  jwt.sign(payload, KEY, { algorithm: 'HS512', expiresIn: 60 });
  // ok: jwt
  sign(payload, KEY, { algorithm: 'RS256', expiresIn: 60 });
  const secret = 'super-secret-signing-key';
  // ruleid: hardcoded-secret
  jwt.sign(payload, secret, { expiresIn: 60 });
}

export function c(req: Request, res: Response) {
  const token = req.headers.authorization!.split(' ')[1];
  // ruleid: jwt
  const data = jwt.decode(token) as any;
  if (data.admin) res.json({ admin: true });
  // ok: jwt
  const good = jwt.verify(token, KEY, { algorithms: ['HS256'] }) as any;
  if (good.admin) res.json({ admin: true });
}

// ok: jwt
expressjwt({ secret: KEY, algorithms: ['HS256'] });
// ruleid: hardcoded-secret
expressjwt({ secret: 'shhhhhhared-secret-1', algorithms: ['HS256'] });
// ruleid: jwt
expressjwt({ secret: KEY, algorithms: ['none'] });

// ok: jwt
passport.use(new JwtStrategy({ secretOrKey: KEY, jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken() }, () => {}));
// ruleid: hardcoded-secret
passport.use(new JwtStrategy({ secretOrKey: 'hardcoded-passport-key', jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken() }, () => {}));
// ruleid: jwt
passport.use(new JwtStrategy({ secretOrKey: KEY, ignoreExpiration: true, jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken() }, () => {}));

export async function d(token: string) {
  // ok: jwt
  await jose.jwtVerify(token, new TextEncoder().encode(KEY));
  // ruleid: jwt
  jose.decodeJwt(token);
  // ruleid: hardcoded-secret
  await jose.jwtVerify(token, new TextEncoder().encode('hard-coded-jose-key'));
  // ruleid: jwt
  jwtSimple.decode(token, KEY, true);
  // ok: jwt
  jwtSimple.decode(token, KEY, false, 'HS256');
  // ok: jwt
  jwtSimple.decode(token, KEY);
}

// ok: jwt
JwtModule.register({ secret: process.env.JWT, signOptions: { expiresIn: '60s' } });
// ruleid: hardcoded-secret
JwtModule.register({ secret: 'nest-hardcoded-secret', signOptions: { expiresIn: '60s' } });
