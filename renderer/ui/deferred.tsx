// A component whose code comes later. Unlike React's own, it shows at once when its code is already here, and can
// be told to fetch it early.
import { type ComponentType, useEffect, useState } from 'react';

export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> & { preload(): Promise<void> } {
  let Loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  const preload = (): Promise<void> => {
    loading ??= load().then((component) => {
      Loaded = component;
    });
    return loading;
  };
  function Deferred(props: Props) {
    const [, arrived] = useState(Loaded !== null);
    useEffect(() => {
      let wanted = true;
      if (!Loaded) void preload().then(() => wanted && arrived(true));
      return () => {
        wanted = false;
      };
    }, []);
    return Loaded && <Loaded {...props} />;
  }
  return Object.assign(Deferred, { preload });
}
