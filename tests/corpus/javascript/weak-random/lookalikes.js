// ok: weak-random
const index = Math.floor(Math.random() * items.length);
// ok: weak-random
const x = Math.random() < 0.5;
class Session {
  constructor() {
    // ruleid: weak-random
    this.token = Math.random().toString(36).substr(2);
    // ok: weak-random
    this.color = Math.random();
  }
}
// ruleid: weak-random
const generateApiKey = () => [...Array(30)].map(() => Math.random().toString(36)[2]).join('');
// ok: weak-random
const requestDelay = Math.random() * 10;
