import { useEffect } from "react";

export function Page() {
  // ruleid: async-effect-react
  useEffect(() => { (async () => {
    setData(await load());
  })(); }, []);
  // ok: async-effect-react
  useEffect(() => {
    load().then(setData);
  }, []);
  return null;
}
