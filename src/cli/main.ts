import { program } from './program/program'

void program().parseAsync()
