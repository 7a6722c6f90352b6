import ts from 'typescript';

/** The statements of a source file, without its imports. */
function statementsOf(file: string, text: string): ts.Statement[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter((statement) => !ts.isImportDeclaration(statement));
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/** The names that a file defines and exports, each once, without re-exports. */
export function exportedNames(file: string, text: string): string[] {
  return [...new Set(statementsOf(file, text).filter(isExported).flatMap(namesOf))];
}

/** The statements of a file that are not types. */
export function valuesOf(file: string, text: string): string[] {
  return statementsOf(file, text)
    .filter((one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one))
    .map((one) => `${file}: ${one.getText().slice(0, 60)}`);
}

/** Variables of a module that can change while it runs: `let`, and collections that begin empty. */
export function keptAtModuleLevel(file: string, text: string): string[] {
  return statementsOf(file, text)
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList: { flags, declarations } }) =>
      declarations
        .filter(({ initializer }) => (flags & ts.NodeFlags.Const) === 0 || canBeFilled(initializer))
        .map(({ name }) => name.getText()),
    );
}

/** Whether a value is a collection that begins empty. */
function canBeFilled(value: ts.Expression | undefined): boolean {
  if (value === undefined) return true;
  if (ts.isNewExpression(value)) {
    return /^(Weak)?(Map|Set)$/.test(value.expression.getText()) && (value.arguments?.length ?? 0) === 0;
  }
  return (
    (ts.isArrayLiteralExpression(value) && value.elements.length === 0) ||
    (ts.isObjectLiteralExpression(value) && value.properties.length === 0)
  );
}
