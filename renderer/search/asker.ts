// Sends questions so that typing never waits: a few may be on their way, and of those that queue behind them
// only the newest is sent. Answers come back with the number of their question.

// Two: the next question is there when the first is answered, and a stuck one cannot block the rest.
const onTheWay = 2;

export interface Asker<Request> {
  ask(number: number, request: Request): void;
}

/** @param send must not reject */
export function createAsker<Request, Reply>(
  send: (request: Request) => Promise<Reply>,
  answer: (number: number, reply: Reply) => void,
): Asker<Request> {
  let flying = 0;
  let queued: { readonly number: number; readonly request: Request } | null = null;
  const fly = async (number: number, request: Request): Promise<void> => {
    flying += 1;
    const reply = await send(request);
    flying -= 1;
    const next = queued;
    queued = null;
    if (next) void fly(next.number, next.request);
    answer(number, reply);
  };
  return {
    ask: (number, request) => {
      if (flying < onTheWay) void fly(number, request);
      else queued = { number, request };
    },
  };
}
