export const environment = {
  production: true,
  // ruleid: hardcoded-secret
  apiKey: "AIzaSyA9x8Kd0s7Hj2LmQpRtUvWxYz1234567ab",
  apiUrl: "https://api.example.com",
};
// ok: hardcoded-secret
const apiKey = process.env.API_KEY ?? "";
// ok: hardcoded-secret
const PASSWORD_MIN_LENGTH = 8;
// ok: hardcoded-secret
const labels = { password: "Password", secret: "Secret" };
// ok: hardcoded-secret
const tokenKey = "auth_token";
passport.use(new GoogleStrategy({
  clientID: process.env.ID,
  // ruleid: hardcoded-secret
  clientSecret: "GOCSPX-a8Kd93jLmQ02ksPdjeRtW71nCbX",
}, verify));
