// The types of texts in ICU MessageFormat: what a catalogue may hold, and which parameters a text takes.

/** Texts by name, as deep as is useful. `true` says that something is there which has no words of its own. */
export type Catalogue = string | true | readonly Catalogue[] | { readonly [name: string]: Catalogue };

/** A catalogue in another language: the same names and as many texts, whatever they say. */
export type Translation<Original> = Original extends string
  ? string
  : Original extends true
    ? true
    : { readonly [Name in keyof Original]: Translation<Original[Name]> };

/**
 * A catalogue to speak with: a text without parameters as it is, one with parameters as a function of them.
 * @example Spoken<{ a: 'Yes.', b: 'Hello {name}.' }> → { a: string, b: (values: { name: string }) => string }
 */
export type Spoken<Texts> = Texts extends string
  ? keyof ParametersOf<Texts> extends never
    ? string
    : (values: { readonly [Name in keyof ParametersOf<Texts>]: ParametersOf<Texts>[Name] }) => string
  : Texts extends true
    ? true
    : { readonly [Name in keyof Texts]: Spoken<Texts[Name]> };

/** `{name}` is text, `{n, number}` and `{n, plural, …}` are numbers, `{kind, select, …}` is one of the cases by name. */
type ParametersOf<Text extends string> = Scan<Text, ['words'], unknown>;

/** What is read between two braces: words, or the cases of a plural or a select. */
type Part = 'words' | 'cases';

/** Goes from brace to brace; `Open` has what each open brace holds. */
type Scan<
  Text extends string,
  Open extends readonly Part[],
  Found,
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Rest}`
    ? Scan<`${Rest}{${After}`, Outer<Open>, Found>
    : Open extends readonly [...Part[], 'cases']
      ? Scan<After, [...Open, 'words'], Found>
      : ReadParameter<After, Open, Found>
  : Found;

type Outer<Open extends readonly Part[]> = Open extends readonly [...infer Rest extends Part[], Part]
  ? Rest
  : Open;

type ReadParameter<
  Text extends string,
  Open extends readonly Part[],
  Found,
> = Text extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, ${infer Kind}, ${infer Cases}`
    ? Scan<`${Cases}}${Rest}`, [...Open, 'cases'], Found & Record<Name, ValueOf<Kind>>>
    : Head extends `${infer Name}, ${infer Kind}`
      ? Scan<Rest, Open, Found & Record<Name, ValueOf<Kind>>>
      : Scan<Rest, Open, Found & Record<Head, string>>
  : never;

type ValueOf<Kind extends string> = Kind extends 'number' | 'plural' | 'selectordinal' ? number : string;
