// One choice of a few, as the system's own list: as quiet as text until it narrows something.
interface Props<Value extends string> {
  readonly name: string;
  readonly value: Value | null;
  /** Words for no choice; without them there is always one. */
  readonly any?: string;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onPick: (value: Value | null) => void;
}

export function Pick<Value extends string>({ name, value, any, options: offered, onPick }: Props<Value>) {
  // What is chosen stays to be seen, also when nothing has it any more.
  const isOffered = value === null || offered.some(([each]) => each === value);
  const options = isOffered ? offered : [...offered, [value, value] as const];
  return (
    <select
      className="pick"
      aria-label={name}
      title={name}
      data-set={any !== undefined && value !== null ? '' : undefined}
      // A row's number, not its value: a tag may be spelt like anything.
      value={value === null ? '' : String(options.findIndex(([each]) => each === value))}
      onChange={(event) => onPick(options[Number(event.target.value || Number.NaN)]?.[0] ?? null)}
    >
      {any !== undefined && <option value="">{any}</option>}
      {options.map(([each, words], at) => (
        <option key={each} value={at}>
          {words}
        </option>
      ))}
    </select>
  );
}
