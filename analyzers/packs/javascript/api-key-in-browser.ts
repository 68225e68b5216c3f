import OpenAI from "openai";
import Anthropic from "@anthropic-ai/sdk";

// ruleid: api-key-in-browser
export const inPage = new OpenAI({ apiKey, dangerouslyAllowBrowser: true });
// ruleid: api-key-in-browser
export const other = new Anthropic({ apiKey: key, dangerouslyAllowBrowser: true });
// ok: api-key-in-browser
export const onServer = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
// ok: api-key-in-browser
export const guarded = new OpenAI({ apiKey, dangerouslyAllowBrowser: false });
// ruleid: api-key-in-browser
const stripe = process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY;
// ruleid: api-key-in-browser
const role = import.meta.env.VITE_SUPABASE_SERVICE_ROLE_KEY;
// ok: api-key-in-browser
const site = process.env.NEXT_PUBLIC_SITE_NAME;
// ok: api-key-in-browser
const published = import.meta.env.VITE_SUPABASE_ANON_KEY;
