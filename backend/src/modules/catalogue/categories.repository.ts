import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../database/database-errors.js';
import { Database } from '../../database/database.service.js';
import { AppError } from '../../shared/app-error.js';
import { newId } from '../../shared/ids.js';
import type { CategoryDto, CreateCategoryRequest } from './catalogue.dto.js';

@Injectable()
export class CategoriesRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<CategoryDto[]> {
    const rows = await this.database.prisma.category.findMany({
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      include: { _count: { select: { quizzes: { where: { status: 'PUBLISHED' } } } } },
    });
    return rows.map(({ id, name, slug, description, _count }) => ({
      id,
      name,
      slug,
      description,
      quizCount: _count.quizzes,
    }));
  }

  /** Throws CATEGORY_EXISTS when the slug is taken. */
  async create(request: CreateCategoryRequest & { slug: string }): Promise<CategoryDto> {
    try {
      const row = await this.database.prisma.category.create({ data: { id: newId(), ...request } });
      const { id, name, slug, description } = row;
      return { id, name, slug, description, quizCount: 0 };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new AppError(
        'CATEGORY_EXISTS',
        'conflict',
        'There is a category of this name already.',
      );
    }
  }
}
