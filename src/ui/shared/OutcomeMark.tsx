import { Check, CircleSlash2, Clock, Minus, X } from "lucide-react";
import type { Outcome } from "../../model/verdict.ts";

const icons: Readonly<Record<Outcome, typeof X>> = {
  ok: Check,
  slow: Clock,
  degraded: Minus,
  partial: CircleSlash2,
  failed: X,
};

/** An outcome's shape; its colour comes with `data-outcome` around it, its word stands beside or in a label. */
export function OutcomeMark({ outcome, size = 15 }: { readonly outcome: Outcome; readonly size?: number }) {
  const Icon = icons[outcome];
  return <Icon size={size} strokeWidth={2.4} aria-hidden="true" />;
}
