import mysql from 'mysql';
import AWS from 'aws-sdk';
import { Client } from 'pg';
import { Sequelize } from 'sequelize';
import mongoose from 'mongoose';
import Stripe from 'stripe';
import nodemailer from 'nodemailer';
import axios from 'axios';
import crypto from 'crypto';
import passport from 'passport';
import { Strategy as GoogleStrategy } from 'passport-google-oauth20';
import { createClient } from 'redis';

// ruleid: hardcoded-secret
const password = 'Tr0ub4dor&3xyz';
// ok: hardcoded-secret
const password2 = process.env.PASSWORD;
// ok: hardcoded-secret
const passwordPlaceholder = 'Enter password';
// ok: hardcoded-secret
const PASSWORD_FIELD = 'password';
// ruleid: hardcoded-secret
const apiKey = 'b7f2c9a14e6d48f0a3c5e1d2f6b8a9c0';
// ok: hardcoded-secret
const apiKeyHeader = 'X-Api-Key';
export const config = {
  // ruleid: hardcoded-secret
  db: { host: 'db', password: 'hunter2-Prod!' },
  // ok: hardcoded-secret
  jwt: { secret: process.env.JWT_SECRET },
  // ok: hardcoded-secret
  token: '<token>',
  // ruleid: hardcoded-secret
  clientSecret: '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',
  // ok: hardcoded-secret
  tokenUrl: 'https://auth.example.org/token',
  // ok: hardcoded-secret
  secretName: 'prod/db',
  // ok: hardcoded-secret
  apiToken: '',
};
// ruleid: hardcoded-secret
mysql.createConnection({ host: 'x', user: 'root', password: 'S3cr3tPw9' });
// ok: hardcoded-secret
mysql.createConnection({ host: 'x', user: 'root', password: process.env.DB_PW });
// ruleid: hardcoded-secret
new Client({ connectionString: 'postgres://admin:S3cr3tPw9@db.example.org/prod' });
// ok: hardcoded-secret
new Client({ connectionString: process.env.DATABASE_URL });
// ruleid: hardcoded-secret
new Sequelize('db', 'user', 'S3cr3tPw9', { dialect: 'mysql' });
// ok: hardcoded-secret
new Sequelize('db', 'user', process.env.PW, { dialect: 'mysql' });
// ruleid: hardcoded-secret
mongoose.connect('mongodb://root:S3cr3tPw9@db:27017/x');
// ok: hardcoded-secret
mongoose.connect('mongodb://localhost:27017/x');
// ruleid: hardcoded-secret
new AWS.S3({ accessKeyId: 'AKIAJX7Q2RZLMNB5T6VW', secretAccessKey: process.env.S });
// ruleid: hardcoded-secret
AWS.config.update({ secretAccessKey: '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' });
// ok: hardcoded-secret
AWS.config.update({ region: 'us-east-1' });
// ok: hardcoded-secret
new Stripe(process.env.STRIPE!, { apiVersion: '2022-11-15' });
// ruleid: hardcoded-secret
nodemailer.createTransport({ auth: { user: 'a', pass: 'm41lPassw0rd' } });
// ok: hardcoded-secret
nodemailer.createTransport({ auth: { user: 'a', pass: process.env.MAIL } });
// ruleid: hardcoded-secret
axios.get('https://x', { auth: { username: 'a', password: 'p4ssW0rd99' } });
// ruleid: hardcoded-secret
axios.get('https://x', { headers: { Authorization: 'Bearer b7f2c9a14e6d48f0a3c5e1d2f6b8a9c0' } });
// ok: hardcoded-secret
axios.get('https://x', { headers: { Authorization: `Bearer ${process.env.T}` } });
// ruleid: hardcoded-secret
axios.get('https://x', { headers: { Authorization: 'Basic YWRtaW46czNjcjN0UGFzcw==' } });
// ruleid: hardcoded-secret
crypto.createHmac('sha256', 'hardcoded-hmac-key-1').update('x');
// ok: hardcoded-secret
crypto.createHmac('sha256', process.env.K!).update('x');
// ruleid: hardcoded-secret
passport.use(new GoogleStrategy({ clientID: 'x', clientSecret: 'aB3dE5fG7hJ9kL1mN2pQ', callbackURL: '/cb' }, () => {}));
// ok: hardcoded-secret
passport.use(new GoogleStrategy({ clientID: 'x', clientSecret: process.env.G!, callbackURL: '/cb' }, () => {}));
// ruleid: hardcoded-secret
createClient({ url: 'redis://default:r3d1sPassw0rd@cache:6379' });
// ok: hardcoded-secret
createClient({ url: 'redis://cache:6379' });

export function login(user: string, pw: string) {
  // ruleid: hardcoded-secret
  if (pw === 'letmein-2024') return true;
  // ok: hardcoded-secret
  if (pw === '') return false;
  if (password === pw && passwordPlaceholder && apiKeyHeader && PASSWORD_FIELD && password2 && apiKey) return true;
  return false;
}
