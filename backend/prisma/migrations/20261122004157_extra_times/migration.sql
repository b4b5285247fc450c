-- AlterTable
ALTER TABLE "attempt_adjustments" ADD COLUMN     "extra_time_id" UUID;

-- CreateTable
CREATE TABLE "extra_times" (
    "id" UUID NOT NULL,
    "by_user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "target_id" UUID NOT NULL,
    "seconds" INTEGER NOT NULL,

    CONSTRAINT "extra_times_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "attempt_adjustments_extra_time_id_attempt_id_key" ON "attempt_adjustments"("extra_time_id", "attempt_id");

-- AddForeignKey
ALTER TABLE "attempt_adjustments" ADD CONSTRAINT "attempt_adjustments_extra_time_id_fkey" FOREIGN KEY ("extra_time_id") REFERENCES "extra_times"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extra_times" ADD CONSTRAINT "extra_times_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
