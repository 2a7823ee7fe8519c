import { Component, type ReactNode } from "react";
import { SessionContext } from "../app/session-context.ts";
import { EmptyState } from "./EmptyState.tsx";

interface State {
  readonly error: Error | undefined;
}

/** Shows what a view threw, with ways back; the rest of the page lives on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  static override contextType = SessionContext;
  declare context: React.ContextType<typeof SessionContext>;
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const again = () => this.setState({ error: undefined });
    return (
      <EmptyState tone="bad" title="This view stopped working">
        <p>Nothing you opened is lost. The address still holds where you were.</p>
        <p>
          <code>{error.message}</code>
        </p>
        <p className="empty-actions">
          <button type="button" className="button button-primary" onClick={again}>
            Try again
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              this.context?.actions.clearFaults();
              this.context?.actions.home();
              again();
            }}
          >
            Without failures, from the start
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              this.context?.actions.show("library");
              again();
            }}
          >
            To the library
          </button>
        </p>
      </EmptyState>
    );
  }
}
