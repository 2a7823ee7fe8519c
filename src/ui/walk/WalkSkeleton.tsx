import "./walk.css";

/** The walk's outline at its final sizes, so that nothing moves when the chapter is there. */
export function WalkSkeleton({ what }: { readonly what: string }) {
  return (
    <main className="walk walk-skeleton" aria-busy="true">
      <p className="visually-hidden" role="status">
        Loading {what}
      </p>
      <div className="walk-verdict-space" />
      <div className="walk-rail" />
      <div className="walk-stage" />
      <div className="walk-notes" />
      <div className="walk-player-space" />
      <div className="walk-waterfall" />
    </main>
  );
}
