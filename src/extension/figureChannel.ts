import * as vscode from 'vscode'
import { parseFromFigure, type FromFigure, type ToFigure } from '../figure'
import { RENDERER_ID } from './ids'

export interface FigureMessage {
  readonly editor: vscode.NotebookEditor
  readonly message: FromFigure
}

/** Messages to and from the figures in all notebook editors. */
export class FigureChannel implements vscode.Disposable {
  private readonly messaging = vscode.notebooks.createRendererMessaging(RENDERER_ID)
  private readonly received = new vscode.EventEmitter<FigureMessage>()
  private readonly listening: vscode.Disposable
  readonly onMessage = this.received.event

  constructor() {
    this.listening = this.messaging.onDidReceiveMessage(({ editor, message }) => {
      const known = parseFromFigure(message)
      if (known) this.received.fire({ editor, message: known })
    })
  }

  /** To the figures of one editor, or of all. */
  post(message: ToFigure, editor?: vscode.NotebookEditor): void {
    void this.messaging.postMessage(message, editor)
  }

  dispose(): void {
    this.listening.dispose()
    this.received.dispose()
  }
}
