import { program } from './program'

void program().parseAsync()
