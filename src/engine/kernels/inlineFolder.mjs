import { Node } from 'assemblyscript'
import { Transform } from 'assemblyscript/transform'

/**
 * Gives every function below a folder named `inline` the compiler's @inline: it is copied into its callers, and what depends on
 * an argument that is a constant there is decided at compile time. (Decorators on functions are no TypeScript, so that
 * Prettier and ESLint would refuse them in the source.)
 */
export class InlineFolder extends Transform {
  afterParse(parser) {
    for (const source of parser.sources) {
      if (!source.internalPath.includes('/inline/')) continue
      for (const statement of source.statements) {
        if (!isFunction(statement)) continue
        const name = Node.createIdentifierExpression('inline', statement.range)
        statement.decorators = [...(statement.decorators ?? []), Node.createDecorator(name, null, statement.range)]
      }
    }
  }
}

const isFunction = statement => 'signature' in statement && 'body' in statement && 'arrowKind' in statement
