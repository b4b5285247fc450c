import { SampleLink } from '../../../components/sample-link';
import { BackLink } from '../../../components/ui/back-link';
import { Card } from '../../../components/ui/card';
import { PageHeading } from '../../../components/ui/page-heading';
import { useLocale } from '../../../hooks/use-locale';
import { DocumentExcerpt } from '../components/document-excerpt';
import { GuideFigure } from '../components/guide-figure';
import { englishTexts } from '../lib/english-texts';
import { englishExcerpts } from '../lib/excerpts';
import type { GuideSection as Section } from '../lib/guide-texts';
import { vietnameseExcerpts } from '../lib/vietnamese-excerpts';
import { vietnameseTexts } from '../lib/vietnamese-texts';

const GUIDES = {
  en: { texts: englishTexts, excerpts: englishExcerpts },
  vi: { texts: vietnameseTexts, excerpts: vietnameseExcerpts },
};

/** The forms that the Word import reads, each with a piece of a document that shows it. */
export function GuidePage() {
  const { texts, excerpts } = GUIDES[useLocale()];
  const { recommended, sections, content, reports } = texts;
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-2">
        <BackLink to="/admin/import">{texts.back}</BackLink>
        <PageHeading lead={texts.lead}>{texts.title}</PageHeading>
      </div>
      <section aria-labelledby="recommended">
        <Card className="grid gap-6 p-5 md:grid-cols-2 sm:p-8">
          <div className="flex flex-col gap-4">
            <h2 id="recommended" className="text-xl">
              {recommended.title}
            </h2>
            <p>{recommended.text}</p>
            <Points points={recommended.points} />
            <SampleLink variant="primary">{texts.sample}</SampleLink>
          </div>
          <div className="min-w-0">
            <DocumentExcerpt excerpt={excerpts.recommended} label={recommended.title} />
          </div>
        </Card>
      </section>
      <nav aria-labelledby="contents">
        <h2 id="contents" className="text-xl">
          {texts.contents}
        </h2>
        <ul className="mt-2 flex flex-wrap gap-x-6">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-11 items-center rounded-sm text-accent underline underline-offset-4"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <GuideSection key={section.id} section={section} excerpts={excerpts} />
      ))}
      {[content, reports].map(({ title, points }) => (
        <section key={title} className="flex max-w-prose flex-col gap-3">
          <h2 className="text-xl">{title}</h2>
          <Points points={points} />
        </section>
      ))}
    </div>
  );
}

interface GuideSectionProps {
  section: Section;
  excerpts: typeof englishExcerpts;
}

function GuideSection({ section, excerpts }: GuideSectionProps) {
  const { id, title, text, figures } = section;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-5">
      <div>
        <h2 id={id} className="scroll-mt-36 text-xl">
          {title}
        </h2>
        <p className="mt-1 max-w-prose text-ink-soft">{text}</p>
      </div>
      <div className="grid gap-x-8 gap-y-10 md:grid-cols-2">
        {figures.map((figure) => (
          <GuideFigure key={figure.id} texts={figure} excerpt={excerpts[figure.id]} />
        ))}
      </div>
    </section>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="flex list-disc flex-col gap-2 ps-5">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
