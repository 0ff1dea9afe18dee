/** Labelled fields with a line of help under them. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

type FieldProps = JSX.IntrinsicElements["input"] & {
  label: string;
  help?: string;
  /** Stands at the end of the line that is typed. */
  atEnd?: ComponentChildren;
};

export function Field({ label, help, atEnd, ...input }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-line">
        <input id={id} {...input} {...(help ? { "aria-describedby": `${id}-help` } : {})} />
        {atEnd}
      </div>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface TickProps {
  label: string;
  help?: string;
  name: string;
  checked: boolean;
  onTick: (checked: boolean) => void;
}

export function Tick({ label, help, name, checked, onTick }: TickProps): JSX.Element {
  const id = useId();
  return (
    <div class="tick">
      <input
        id={id} type="checkbox" name={name} checked={checked} onChange={(event) => onTick(event.currentTarget.checked)}
        {...(help ? { "aria-describedby": `${id}-help` } : {})}
      />
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string; lang?: string }[];
  help?: string;
  onChoose: (value: string) => void;
}

export function Choice({ label, value, options, help, onChoose }: ChoiceProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}
        {...(help ? { "aria-describedby": `${id}-help` } : {})}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
