import { useEffect } from "react";

export function Page() {
  // ruleid: react-effect-async
  useEffect(() => { (async () => {
    setData(await load());
  })(); }, []);
  // ok: react-effect-async
  useEffect(() => {
    load().then(setData);
  }, []);
  return null;
}
