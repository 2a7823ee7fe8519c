import { CircleAlert, FileQuestion } from "lucide-react";
import type { ReactNode } from "react";
import { ViewHeading } from "./ViewHeading.tsx";
import "./empty-state.css";

interface EmptyStateProps {
  readonly tone: "info" | "bad";
  readonly title: string;
  readonly children: ReactNode;
}

/** What stands where something else should: one heading, what happened, what to do. */
export function EmptyState({ tone, title, children }: EmptyStateProps) {
  const Icon = tone === "bad" ? CircleAlert : FileQuestion;
  return (
    <main className="empty" data-tone={tone}>
      <Icon size={28} strokeWidth={1.6} aria-hidden />
      <ViewHeading className="empty-title">{title}</ViewHeading>
      <div className="empty-text" role={tone === "bad" ? "alert" : undefined}>
        {children}
      </div>
    </main>
  );
}
