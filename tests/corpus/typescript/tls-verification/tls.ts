import https from 'https';
import tls from 'tls';
import http from 'http';
import axios from 'axios';
import got from 'got';
import nodemailer from 'nodemailer';
import { Client } from 'pg';
import { Agent, setGlobalDispatcher } from 'undici';
import request from 'request';
import WebSocket from 'ws';
import fs from 'fs';

// ruleid: tls-verification
const agent = new https.Agent({ rejectUnauthorized: false });
// ok: tls-verification
const agent2 = new https.Agent({ rejectUnauthorized: true });
// ok: tls-verification
const agent3 = new https.Agent({ keepAlive: true });
// ruleid: tls-verification
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
// ruleid: tls-verification
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
// ok: tls-verification
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';
// ruleid: tls-verification
https.request({ hostname: 'x', rejectUnauthorized: false });
// ruleid: tls-verification
https.get('https://x', { rejectUnauthorized: false }, () => {});
// ok: tls-verification
https.get('https://x', () => {});
// ruleid: tls-verification
tls.connect({ host: 'x', rejectUnauthorized: false });
// ok: tls-verification
tls.connect({ host: 'x', port: 443 });
// ruleid: tls-verification
tls.connect({ host: 'x', checkServerIdentity: () => undefined });
// ruleid: tls-verification
tls.createSecureContext({ secureProtocol: 'SSLv3_method' });
// ruleid: tls-verification
tls.createSecureContext({ secureProtocol: 'TLSv1_method' });
// ok: tls-verification
tls.createSecureContext({ minVersion: 'TLSv1.2' });
// ruleid: tls-verification
tls.createSecureContext({ minVersion: 'TLSv1' });
// ruleid: tls-verification
https.createServer({ key: fs.readFileSync('k'), cert: fs.readFileSync('c'), minVersion: 'TLSv1.1' });
// ok: tls-verification
https.createServer({ key: fs.readFileSync('k'), cert: fs.readFileSync('c') });
// ruleid: tls-verification
https.createServer({ ciphers: 'RC4-SHA:DES-CBC3-SHA' });
// ruleid: tls-verification
axios.get('https://x', { httpsAgent: new https.Agent({ rejectUnauthorized: false }) });
// ok: tls-verification
axios.get('https://x', { httpsAgent: agent2 });
// ruleid: tls-verification
got('https://x', { https: { rejectUnauthorized: false } });
// ok: tls-verification
got('https://x', { https: { rejectUnauthorized: true } });
// ruleid: tls-verification
request({ url: 'https://x', strictSSL: false });
// ok: tls-verification
request({ url: 'https://x', strictSSL: true });
// ruleid: tls-verification
new Client({ ssl: { rejectUnauthorized: false } });
// ok: tls-verification
new Client({ ssl: true });
// ruleid: tls-verification
nodemailer.createTransport({ host: 'x', secure: true, tls: { rejectUnauthorized: false } });
// ok: tls-verification
nodemailer.createTransport({ host: 'x', secure: true });
// ruleid: tls-verification
setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }));
// ruleid: tls-verification
new WebSocket('wss://x', { rejectUnauthorized: false });
// ok: tls-verification
new WebSocket('wss://x');
// ruleid: tls-verification
const opts = { hostname: 'x', port: 443, rejectUnauthorized: false };
https.request(opts);
const verify = false;
// ruleid: tls-verification
https.request({ hostname: 'x', rejectUnauthorized: verify });
// ok: tls-verification
export const secure: https.RequestOptions = { rejectUnauthorized: process.env.NODE_ENV === 'production' };
export { agent, agent3, http };
